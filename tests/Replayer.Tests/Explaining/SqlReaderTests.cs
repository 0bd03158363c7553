using NUnit.Framework;
using ReplayKit.Replayer.Explaining;

namespace Replayer.Tests.Explaining;

public sealed class SqlReaderTests
{
    private static readonly Dictionary<string, string> Parameters = new() { ["@sku"] = "16", ["p0"] = "0", ["p1"] = "17", [":id"] = "5" };

    [TestCase("SELECT \"i\".\"Sku\" FROM \"Items\" AS \"i\" WHERE \"i\".\"Sku\" = @sku LIMIT 2", "reads Items Sku=16")]
    [TestCase("UPDATE \"Items\" SET \"Stock\" = @p0\nWHERE \"Sku\" = @p1\nRETURNING 1;", "writes Items Sku=17")]
    [TestCase("UPDATE \"Items\" SET \"Stock\" = @p0 WHERE \"Sku\" = @p1 RETURNING 1;\nINSERT INTO \"Orders\" (\"Sku\") VALUES (@p0) RETURNING \"Id\";", "writes Items Sku=17 | writes Orders")]
    [TestCase("DELETE FROM [dbo].[Orders] WHERE [Id] = :id", "writes Orders Id=5")]
    [TestCase("select count(*) from orders o join items i on o.sku = i.sku where i.sku = 3", "reads orders sku=3 | reads items sku=3")]
    [TestCase("SELECT 1 FROM t WHERE name = 'Ann' AND id = @unknown", "reads t name=Ann")]
    [TestCase("SELECT 1 FROM t WHERE id = 1 OR id = 2", "reads t", Description = "either row")]
    [TestCase("SELECT 1 FROM t WHERE id > 1", "reads t")]
    [TestCase("PRAGMA journal_mode", "")]
    [TestCase("", "")]
    public void Command_is_read_as_the_tables_and_rows_that_it_touches(string text, string expected) =>
        Assert.That(string.Join(" | ", SqlReader.Read(text, Parameters).Select(Words)), Is.EqualTo(expected));

    private static string Words(RowUse use) => string.Join(' ', [use.IsWrite ? "writes" : "reads", use.Table, .. use.Keys.Select(static key => $"{key.Column}={key.Value}")]);
}

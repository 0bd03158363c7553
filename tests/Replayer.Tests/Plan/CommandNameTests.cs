using NUnit.Framework;
using ReplayKit.Replayer.Plan;

namespace Replayer.Tests.Plan;

internal sealed class CommandNameTests
{
    [TestCase("SELECT \"p\".\"Id\" FROM \"Pieces\" AS \"p\" LIMIT 2", "SELECT Pieces")]
    [TestCase("select p.id from pieces p", "SELECT pieces")]
    [TestCase("SELECT COUNT(*) FROM (SELECT * FROM [Orders] WHERE [Id] = 1) AS [t]", "SELECT Orders")]
    [TestCase("-- of the catalogue\nSELECT 1 FROM `items`", "SELECT items")]
    [TestCase("/* from nowhere */ DELETE FROM \"Pieces\" WHERE \"Id\" = @p0", "DELETE Pieces")]
    [TestCase("UPDATE \"Pieces\" SET \"Left\" = @p0 WHERE \"Id\" = @p1 RETURNING 1;", "UPDATE Pieces")]
    [TestCase("INSERT INTO \"Orders\" (\"Sku\") VALUES (@p0)", "INSERT Orders")]
    [TestCase("SELECT 'from FROM x' FROM t", "SELECT t")]
    [TestCase("PRAGMA journal_mode = 'wal';", "PRAGMA")]
    [TestCase("SELECT 1", "SELECT")]
    [TestCase("UPDATE", "UPDATE")]
    [TestCase("SELECT \"unclosed", "SELECT")]
    [TestCase("", "command")]
    [TestCase(" ;-- nothing", "command")]
    [TestCase("/* unclosed", "command")]
    public void Of_verb_and_table(string text, string name) => Assert.That(CommandName.Of(text), Is.EqualTo(name));
}

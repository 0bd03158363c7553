using NUnit.Framework;

namespace Samples.Tests.Shop;

public sealed class ProbeTests
{
    [Test]
    public async Task Probes_answer_the_same_each_time()
    {
        await using var app = new ShopApp();
        var client = app.CreateClient();

        Assert.That(await client.GetStringAsync("/ping"), Is.EqualTo("pong"));
        Assert.That(await client.GetStringAsync("/work"), Is.EqualTo(await client.GetStringAsync("/work")));
    }
}

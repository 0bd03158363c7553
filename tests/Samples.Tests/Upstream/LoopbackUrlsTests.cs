using Microsoft.Extensions.Configuration;
using NUnit.Framework;
using Upstream;

namespace Samples.Tests.Upstream;

public sealed class LoopbackUrlsTests
{
    [TestCase(null, "http://127.0.0.1:5080")]
    [TestCase("http://127.0.0.1:0", "http://127.0.0.1:0")]
    [TestCase("http://localhost:5001; http://[::1]:5002", "http://localhost:5001", "http://[::1]:5002")]
    public void Loopback_addresses_are_listened_on(string? asked, params string[] expected)
    {
        Assert.That(LoopbackUrls.TryRead(Configuration(asked), out var urls, out _));
        Assert.That(urls, Is.EqualTo(expected));
    }

    [TestCase("http://0.0.0.0:5000")]
    [TestCase("http://*:5000")]
    [TestCase("http://+:5000")]
    [TestCase("http://127.0.0.1:5000;http://10.0.0.1:5000")]
    public void Other_addresses_are_refused(string asked)
    {
        Assert.That(LoopbackUrls.TryRead(Configuration(asked), out _, out var refusal), Is.False);
        Assert.That(refusal, Does.Contain("is not a loopback address"));
    }

    private static IConfiguration Configuration(string? urls) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls)]).Build();
}

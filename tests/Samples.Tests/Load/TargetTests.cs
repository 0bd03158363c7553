using Load;
using NUnit.Framework;

namespace Samples.Tests.Load;

public sealed class TargetTests
{
    [TestCase("http://127.0.0.1:5000")]
    [TestCase("http://127.8.9.1:5000/")]
    [TestCase("http://localhost:80/x")]
    [TestCase("http://[::1]:5000")]
    public void Loopback_address_is_a_target(string text) =>
        Assert.That(() => Target.Parse(text), Throws.Nothing);

    [TestCase("http://10.0.0.1:5000")]
    [TestCase("http://192.168.1.1")]
    [TestCase("http://0.0.0.0:5000")]
    [TestCase("http://[::]:5000")]
    [TestCase("http://example.com")]
    [TestCase("http://localhost.example.com")]
    [TestCase("http://127.0.0.1.example.com")]
    [TestCase("http://127.0.0.1@example.com")]
    public void Other_machine_is_refused(string text) =>
        Assert.That(() => Target.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("not on this machine"));

    [TestCase("")]
    [TestCase("5000")]
    [TestCase("127.0.0.1:5000")]
    [TestCase("https://127.0.0.1:5000")]
    [TestCase("file:///etc/hosts")]
    public void What_is_no_http_address_is_refused(string text) =>
        Assert.That(() => Target.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("not an http address"));

    [TestCase("ping")]
    [TestCase("//example.com/ping")]
    [TestCase("http://example.com/ping")]
    public void Path_that_leads_elsewhere_is_refused(string path) =>
        Assert.That(() => Target.Parse("http://127.0.0.1:5000").At(path), Throws.TypeOf<FormatException>());

    [Test]
    public void Path_keeps_its_query() =>
        Assert.That(Target.Parse("http://127.0.0.1:5000").At("/orders?sku=1").AbsoluteUri, Is.EqualTo("http://127.0.0.1:5000/orders?sku=1"));
}

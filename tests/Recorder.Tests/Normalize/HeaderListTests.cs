using NUnit.Framework;
using ReplayKit.Recorder.Normalize;

namespace Recorder.Tests.Normalize;

public sealed class HeaderListTests
{
    [TestCase("", "")]
    [TestCase("garbage", "")]
    [TestCase("[Host, a:1]", "Host=a:1")]
    [TestCase("[A, 1],[B, 2]", "A=1|B=2")]
    [TestCase("[A, ],[B, ]", "A=|B=")]
    [TestCase("[A, x, y],[B, [z]]", "A=x, y|B=[z]")]
    [TestCase("[A, x],[y],[B, 2]", "A=x],[y|B=2")]
    [TestCase("[A, cut off", "A=cut off")]
    public void Text_of_all_headers_is_split(string text, string expected)
    {
        var headers = new HeaderList(text);
        var read = new List<string>();
        while (headers.Read(out var name, out var value)) read.Add($"{name}={value}");
        Assert.That(string.Join('|', read), Is.EqualTo(expected));
    }
}

using CsCheck;
using NUnit.Framework;
using ReplayKit.Recorder.Normalize;

namespace Recorder.Tests.Normalize;

public sealed class RedactorTests
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl";

    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

    private readonly Redactor _redactor = new(RedactionOptions.Default, s_key);

    [TestCase("Authorization", "Basic dXNlcjpwYXNz", "Basic ")]
    [TestCase("Proxy-Authorization", "Bearer abcdefgh", "Bearer ")]
    [TestCase("authorization", "opaque-without-scheme", "")]
    [TestCase("Set-Cookie", "session=abc; Path=/", "")]
    [TestCase("X-Api-Key", "0123456789", "")]
    [TestCase("X-Shop-Access-Key", "0123456789", "")]
    [TestCase("X-Customer-Token", "0123456789", "")]
    [TestCase("Ocp-Apim-Subscription-Key", "0123456789", "")]
    public void Secret_header_keeps_its_length_and_scheme_only(string name, string value, string kept)
    {
        var redacted = _redactor.Header(name, value);
        Assert.That(redacted, Has.Length.EqualTo(value.Length));
        Assert.That(redacted, Does.StartWith(kept + KeyedHash.Mark));
        Assert.That(redacted, Does.Not.Contain(value[kept.Length..]));
    }

    [TestCase("Host", "shop.example:443")]
    [TestCase("User-Agent", "curl/7.88.1")]
    [TestCase("Idempotency-Key", "order-17")]
    [TestCase("X-Monkey", "chimp")]
    [TestCase("traceparent", "00-2cace10aabde434cbf29fb20b3e1359f-3212cd071b5efd49-00")]
    public void Other_header_stays(string name, string value) => Assert.That(_redactor.Header(name, value), Is.EqualTo(value));

    [Test]
    public void Cookie_keeps_its_names()
    {
        var redacted = _redactor.Header("Cookie", "session=0123456789; theme=dark-mode; session=0123456789");
        var parts = redacted.Split("; ");
        Assert.That(parts.Select(static part => part.Split('=')[0]), Is.EqualTo(new[] { "session", "theme", "session" }));
        Assert.That(parts[0], Is.EqualTo(parts[2]));
        Assert.That(redacted, Does.Not.Contain("0123456789").And.Not.Contain("dark-mode"));
    }

    [TestCase("?token=abcdefghij", "?token=~h:")]
    [TestCase("?a=1&access_token=abcdefghij&b=2", "?a=1&access_token=~h:")]
    [TestCase("?X-Amz-Signature=abcdefghij", "?X-Amz-Signature=~h:")]
    [TestCase("?api%5Fkey=abcdefghij", "?api%5Fkey=~h:")]
    [TestCase("?CODE=abcdefghij", "?CODE=~h:")]
    [TestCase("?resetToken=abcdefghij", "?resetToken=~h:")]
    public void Secret_parameter_is_replaced(string query, string expected)
    {
        var redacted = _redactor.Query(query);
        Assert.That(redacted, Does.StartWith(expected).And.Length.EqualTo(query.Length));
        Assert.That(redacted, Does.Not.Contain("abcdefghij"));
    }

    [TestCase("")]
    [TestCase("?")]
    [TestCase("?&&a=1&")]
    [TestCase("?q=monkey&page=2&sort=keyword")]
    [TestCase("?flag&x=y=z")]
    public void Other_query_stays(string query) => Assert.That(_redactor.Query(query), Is.EqualTo(query));

    [Test]
    public void Token_is_known_by_its_form_wherever_it_stands()
    {
        Assert.That(_redactor.Query("?state=" + Jwt), Does.Not.Contain("eyJ"));
        Assert.That(_redactor.Path("/reset/" + Jwt), Does.StartWith("/reset/~h:"));
        Assert.That(_redactor.Header("X-Anything", Jwt), Does.Not.Contain("eyJ"));
        Assert.That(_redactor.Header("Referer", "https://a.example/x?token=abcdefgh"), Does.Not.Contain("abcdefgh"));
    }

    [Test]
    public void Uri_loses_user_information_query_secrets_and_fragment_tokens()
    {
        var redacted = _redactor.Uri("https://user:passw0rd@api.example/a?sig=abcdefgh&x=1#access_token=ijklmnop");
        Assert.That(redacted, Does.Match(@"^https://~h:.{10}@api\.example/a\?sig=~h:.{5}&x=1#access_token=~h:.{5}$"));
    }

    [TestCase("Login failed. Server=db;User Id=sa;Password=hunter22;", "hunter22")]
    [TestCase("Refused: Authorization was 'Bearer abcdefghijk'", "abcdefghijk")]
    [TestCase("Bad answer {\"client_secret\": \"abcdefghijk\"}", "abcdefghijk")]
    [TestCase("GET https://u:abcdefghijk@host/ failed", "abcdefghijk")]
    [TestCase("DefaultEndpointsProtocol=https;AccountKey=abcdefghijk==;", "abcdefghijk")]
    [TestCase("x-api-key: abcdefghijk", "abcdefghijk")]
    public void Message_loses_its_secret(string message, string secret)
    {
        var redacted = _redactor.Text(message);
        Assert.That(redacted, Does.Not.Contain(secret).And.Length.EqualTo(message.Length));
    }

    [Test]
    public void Message_without_secret_stays() =>
        Assert.That(_redactor.Text("Sequence contains no elements (user 42, key 7)"), Is.EqualTo("Sequence contains no elements (user 42, key 7)"));

    [Test]
    public void Same_secret_is_the_same_within_a_recording_and_another_under_another_key()
    {
        var other = new Redactor(RedactionOptions.Default, new byte[32]);
        var once = _redactor.Header("X-Api-Key", "0123456789");
        Assert.That(_redactor.Query("?key=0123456789"), Is.EqualTo("?key=" + once));
        Assert.That(_redactor.Header("X-Api-Key", "0123456780"), Is.Not.EqualTo(once));
        Assert.That(other.Header("X-Api-Key", "0123456789"), Is.Not.EqualTo(once));
    }

    [Test]
    public void Names_can_be_added_and_the_defaults_switched_off()
    {
        var added = new Redactor(new RedactionOptions(true, ["X-Tenant", "email"]), s_key);
        Assert.That(added.Header("x-tenant", "contoso-ltd"), Does.StartWith("~h:"));
        Assert.That(added.Query("?Email=a@b.example"), Does.StartWith("?Email=~h:"));
        Assert.That(added.Configured, Does.Contain("email").And.Contain("Authorization"));
        var off = new Redactor(new RedactionOptions(false, ["X-Tenant"]), s_key);
        Assert.That(off.Header("Authorization", "Bearer abcdefgh"), Is.EqualTo("Bearer abcdefgh"));
        Assert.That(off.Header("X-Tenant", "contoso-ltd"), Does.StartWith("~h:"));
        Assert.That(off.Text("Password=hunter22"), Is.EqualTo("Password=hunter22"));
        Assert.That(off.Configured, Is.EqualTo(new[] { "X-Tenant" }));
    }

    [Test]
    public void Replacement_keeps_length_and_tells_texts_apart() =>
        Gen.String[0, 300].Sample(static text =>
        {
            var hash = new KeyedHash(s_key);
            var replaced = hash.Replace(text);
            return replaced.Length == text.Length && replaced == hash.Replace(text) && (text.Length < 8 || replaced != hash.Replace(text + "x")[..text.Length]);
        });

    [Test]
    public void Any_text_is_survived_with_its_length() =>
        Gen.String[0, 200].Sample(text =>
            _redactor.Query(text).Length == text.Length && _redactor.Uri(text).Length == text.Length && _redactor.Text(text).Length == text.Length
            && _redactor.Header("Cookie", text).Length == text.Length);
}

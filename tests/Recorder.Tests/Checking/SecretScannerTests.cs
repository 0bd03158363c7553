using CsCheck;
using NUnit.Framework;
using ReplayKit.Recorder.Checking;
using ReplayKit.Recorder.Normalize;

namespace Recorder.Tests.Checking;

public sealed class SecretScannerTests
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl";
    private const string PrivateKey = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA0123456789abcdefghijklmnopqrstuvwxyz\n-----END RSA PRIVATE KEY-----";

    private readonly SecretScanner _scanner = new();
    private readonly Redactor _redactor = new(RedactionOptions.Default, [.. Enumerable.Range(0, 32).Select(static i => (byte)i)]);

    // Put together here, so that no tool that looks for secrets takes this file for one that holds some.
    private static readonly string[] s_tokens =
    [
        Jwt, "AKIA" + "IOSFODNN7EXAMPLE", "ghp_" + new string('a', 36), "github_pat_" + new string('B', 30), "glpat-" + new string('c', 20), "xoxb-" + "123456789012-abcdef",
        "sk_live_" + "0123456789abcdef", "whsec_" + new string('d', 24), "AIza" + new string('E', 35), "npm_" + new string('f', 36), "pypi-" + new string('g', 20),
        "SG." + new string('h', 22) + "." + new string('i', 43), "hvs." + new string('j', 24), "shpat_" + new string('0', 32), "dop_v1_" + new string('1', 64),
        "sk-" + "ant-" + new string('k', 30), "sk-" + new string('m', 48),
    ];

    private static readonly string[] s_words = ["password=", "&token=", "Bearer ", "://u:", "Cookie: a=", "Server=", " ", ";", "@", "\"", "?x="];

    [TestCaseSource(nameof(s_tokens))]
    public void Token_is_found_by_its_form_wherever_it_stands(string token)
    {
        Assert.That(Kinds(SecretScanner.Text($"/reset/{token}")), Is.EqualTo(new[] { FindingKind.Token }));
        Assert.That(Kinds(_scanner.Header("X-Anything", token)), Is.EqualTo(new[] { FindingKind.Token }));
        Assert.That(Kinds(_scanner.Query($"?page=2&state={token}")), Is.EqualTo(new[] { FindingKind.Token }));
    }

    [TestCaseSource(nameof(s_tokens))]
    public void Token_is_replaced_before_it_is_recorded(string token)
    {
        Assert.That(_redactor.Path($"/reset/{token}"), Has.Length.EqualTo(7 + token.Length).And.Not.Contains(token));
        Assert.That(SecretScanner.Text(_redactor.Path($"/reset/{token}")), Is.Empty);
    }

    [TestCase("-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A0123456789\n-----END PUBLIC KEY-----")]
    [TestCase("/sk-sport-shoes-for-running/pk_testing")]
    [TestCase("SELECT \"u\".\"Token\" FROM \"Users\" AS \"u\" WHERE \"u\".\"Token\" = @__token_0")]
    [TestCase("UPDATE Users SET Password = $1 WHERE Id = :id")]
    [TestCase("The token has expired. Token expired yesterday.")]
    [TestCase("https://user@api.example/a")]
    [TestCase("Sequence contains no elements (user 42, key 7)")]
    public void Innocent_text_holds_none(string text) => Assert.That(SecretScanner.Text(text), Is.Empty);

    [TestCase("http://secrets:8080/a")]
    [TestCase("http://auth-token:8080/a?page=2")]
    public void Host_of_a_telling_name_is_no_secret(string uri)
    {
        Assert.That(_scanner.Uri(uri), Is.Empty);
        Assert.That(_redactor.Uri(uri), Is.EqualTo(uri));
    }

    [Test]
    public void Uri_loses_what_is_assigned_in_its_path() =>
        Assert.That(_redactor.Uri("https://api.example/a;token=abcdefgh/b"), Does.Not.Contain("abcdefgh"));

    [TestCase(PrivateKey, FindingKind.PrivateKey)]
    [TestCase("Server=db;User Id=sa;Password=hunter2222;", FindingKind.ConnectionString)]
    [TestCase("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=abcdefghijk==;", FindingKind.ConnectionString)]
    [TestCase("postgres://shop:hunter2222@db/shop", FindingKind.ConnectionString)]
    [TestCase("Bad answer {\"client_secret\": \"abcdefghijk\"}", FindingKind.NamedSecret)]
    [TestCase("Refused: Bearer abcdefghijk1", FindingKind.NamedSecret)]
    [TestCase("SELECT 1 WHERE password = 'hunter2222'", FindingKind.NamedSecret)]
    public void Secret_in_a_text_is_found_and_is_replaced_before_it_is_recorded(string text, FindingKind kind)
    {
        Assert.That(Kinds(SecretScanner.Text(text)), Is.EqualTo(new[] { kind }));
        Assert.That(SecretScanner.Text(_redactor.Text(text)), Is.Empty);
        Assert.That(_redactor.Text(text), Has.Length.EqualTo(text.Length));
    }

    [TestCase("Authorization", "Basic dXNlcjpwYXNz")]
    [TestCase("X-Api-Key", "0123456789")]
    [TestCase("Cookie", "session=0123456789")]
    [TestCase("X-Customer-Token", "0")]
    [TestCase("X-Connection", "Host=db;Password=hunter2222")]
    [TestCase("Referer", "https://a.example/x?token=abcdefgh")]
    [TestCase("Link", "<https://a.example/x>; rel=next; token=abcdefgh")]
    public void Secret_header_is_found_until_it_is_replaced(string name, string value)
    {
        Assert.That(_scanner.Header(name, value).Count(), Is.EqualTo(1));
        Assert.That(_scanner.Header(name, _redactor.Header(name, value)), Is.Empty);
    }

    [TestCase("?token=abcdefghij")]
    [TestCase("?a=1&api%5Fkey=abcdefghij&b=2")]
    [TestCase("?connection=Server%3Ddb%3BPassword%3Dhunter2222")]
    [TestCase("?pem=-----BEGIN+PRIVATE+KEY-----MIIEpAIBAAKCAQEA0123456789abcdefghijkl%0A-----END+PRIVATE+KEY-----")]
    public void Secret_parameter_is_found_until_it_is_replaced(string query)
    {
        Assert.That(_scanner.Query(query).Count(), Is.EqualTo(1));
        Assert.That(_scanner.Query(_redactor.Query(query)), Is.Empty);
        Assert.That(_redactor.Query(query), Has.Length.EqualTo(query.Length));
    }

    [TestCase("4111111111111111", true)]
    [TestCase("4111 1111 1111 1111", true)]
    [TestCase("5500-0000-0000-0004", true)]
    [TestCase("2223003122003222", true)]
    [TestCase("3782 822463 10005", true)]
    [TestCase("6011111111111117", true)]
    [TestCase("30569309025904", true)]
    [TestCase("4111111111111112", false, Description = "wrong check digit")]
    [TestCase("1234567812345670", false, Description = "of no company")]
    [TestCase("411111111111111", false, Description = "too short")]
    [TestCase("a4111111111111111", false, Description = "within a word")]
    [TestCase("0.4111111111111111", false, Description = "a fraction")]
    [TestCase("4111 1111-1111 1111", false, Description = "printed by nobody")]
    [TestCase("00-4111111111111111aabde434cbf29fb2-3212cd071b5efd49-00", false, Description = "a trace id")]
    public void Card_number_is_known_by_company_length_and_check_digit(string text, bool isCard) =>
        Assert.That(Kinds(SecretScanner.Text($"paid with {text}, thanks")), Is.EqualTo(isCard ? [FindingKind.CardNumber] : Array.Empty<FindingKind>()));

    [Test]
    public void Card_number_in_a_query_is_found() =>
        Assert.That(Kinds(_scanner.Query("?card=4111+1111+1111+1111")), Is.EqualTo(new[] { FindingKind.CardNumber }));

    [Test]
    public void Nothing_that_redaction_has_been_through_holds_a_secret_but_card_numbers() =>
        Gen.Select(Gen.Int[0, s_tokens.Length - 1].Select(static i => s_tokens[i]).Array[0, 3], Gen.Int[0, s_words.Length - 1].Select(static i => s_words[i]).Array[0, 5], Gen.String[Gen.Char.AlphaNumeric, 0, 20])
            .Sample((tokens, words, tail) =>
            {
                var text = string.Concat(words.Select((word, i) => word + (i < tokens.Length ? tokens[i] : tail)));
                var left = SecretScanner.Text(_redactor.Text(text)).Concat(_scanner.Query(_redactor.Query(text)))
                    .Concat(_scanner.Header("Authorization", _redactor.Header("Authorization", text)))
                    .Concat(_scanner.Header("X-Other", _redactor.Header("X-Other", text)));
                Assert.That(left.Where(static match => match.Kind != FindingKind.CardNumber), Is.Empty, text);
            });

    [Test]
    public void Any_text_is_survived() => Gen.String[0, 300].Sample(text =>
    {
        _ = SecretScanner.Text(text).Concat(_scanner.Query(text)).Concat(_scanner.Uri(text)).Concat(_scanner.Header("Cookie", text)).Count();
    });

    [Test]
    [CancelAfter(10_000)]
    public void Hostile_text_takes_no_longer_than_its_length()
    {
        foreach (var part in new[] { "eyJ", "-----BEGIN PRIVATE KEY", "://", "password=", "4111 ", "Bearer ", "sk-", "SG." + new string('a', 60) })
        {
            _ = SecretScanner.Text(string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length))).Count();
        }
    }

    private static FindingKind[] Kinds(IEnumerable<SecretMatch> matches) => [.. matches.Select(static match => match.Kind)];
}

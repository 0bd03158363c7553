using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

internal sealed class SolutionTests
{
    [Test]
    public void Solution_names_every_project() => Assert.That(SolutionRules.Unlisted(Repository.Read("ReplayKit.sln"), Repository.Projects), Is.Empty);

    [Test]
    public void Src_projects_have_a_test_project()
    {
        var names = Repository.Projects.Where(static path => path.StartsWith("src/", StringComparison.Ordinal)).Select(static path => path.Split('/')[1]);
        var missing = names.Where(static name => !Repository.Exists($"tests/{name}.Tests/{name}.Tests.csproj"));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Unlisted_project_beside_the_solution_is_found() =>
        Assert.That(
            SolutionRules.Unlisted("Project(\"{1}\") = \"A\", \"tests\\A\\A.csproj\", \"{2}\"", ["tests/A/A.csproj", "tests/B/B.csproj"]),
            Is.EqualTo(["tests/B/B.csproj"]));
}

namespace Weave.Tests.Solutions;

/// <summary>What the first build of a solution came to: a copy that later builds do not touch.</summary>
/// <param name="Output">What the build wrote to the console.</param>
/// <param name="Folder">Copy of the test project's output.</param>
/// <param name="ServiceBefore">The service's output, built alone.</param>
/// <param name="ServiceAfter">The service's output when the test project had been built.</param>
/// <param name="Program">What the program wrote.</param>
internal sealed record FirstBuild(
    string Output, string Folder, FolderContent ServiceBefore, FolderContent ServiceAfter, string Program)
{
    public static async Task<FirstBuild> MakeAsync(GeneratedSolution solution)
    {
        await solution.BuildAsync("Service");
        var before = FolderContent.Of(solution.OutputOf("Service"));
        var run = await solution.BuildAsync();
        solution.IsUsual = true;
        var copy = Path.Combine(solution.Root, "first");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(solution.ChecksOutput)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return new FirstBuild(run.Output, copy, before, FolderContent.Of(solution.OutputOf("Service")), await solution.RunChecksAsync());
    }

    public string PathOf(string name) => Path.Combine(Folder, name);
}

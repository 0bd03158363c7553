using System.Security.Cryptography;

namespace Weave.Tests.Solutions;

/// <summary>The sources of a small solution: a service on a library (both signed), three libraries known only as files, and a program that stands for the test project.</summary>
internal static class SolutionSources
{
    public const string UsualItems = """<ReplayKitWeave Include="Some.Package;Other.*" />""";

    public static void Write(string root)
    {
        WriteAt(root, "Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
                <UseAppHost>false</UseAppHost>
                <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
              </PropertyGroup>
            </Project>
            """);
        WriteAt(root, "NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        using var key = new RSACryptoServiceProvider(2048);
        File.WriteAllBytes(Path.Combine(root, "key.snk"), key.ExportCspBlob(includePrivateParameters: true));
        WriteLibrary(root, "Core", "<SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>../key.snk</AssemblyOriginatorKeyFile>");
        WriteLibrary(root, "Some.Package", "");
        WriteLibrary(root, "Other.Library", "<DebugType>embedded</DebugType>");
        WriteLibrary(root, "Third.Party", "");
        WriteService(root);
        WriteChecks(root, UsualItems);
        WriteAt(root, "Checks/Program.cs", Program);
    }

    public static void WriteChecks(string root, string items) => WriteAt(root, "Checks/Checks.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../Service/Service.csproj" />
            <ProjectReference Include="../Some.Package/Some.Package.csproj;../Other.Library/Other.Library.csproj;../Third.Party/Third.Party.csproj" ReferenceOutputAssembly="false" />
            <Reference Include="../Some.Package/bin/$(Configuration)/net10.0/Some.Package.dll" />
            <Reference Include="../Other.Library/bin/$(Configuration)/net10.0/Other.Library.dll" />
            <Reference Include="../Third.Party/bin/$(Configuration)/net10.0/Third.Party.dll" />
            <Reference Include="{WeaveTool.Folder}/ReplayKit.Hooks.dll" />
            {items}
          </ItemGroup>
          <Import Project="{WeaveTool.Targets}" />
        </Project>
        """);

    public static void WriteService(string root, string text = "too dear")
    {
        WriteAt(root, "Service/Service.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <SignAssembly>true</SignAssembly>
                <AssemblyOriginatorKeyFile>../key.snk</AssemblyOriginatorKeyFile>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Core/Core.csproj" />
              </ItemGroup>
            </Project>
            """);
        WriteAt(root, "Service/Prices.cs", $$"""
            namespace Service;

            public static class Prices
            {
                private static readonly string s_edit = "{{text}}";

                public static async Task<int> GetAsync(int number)
                {
                    var answer = await Core.Waits.AnswerAsync(number);
                    if (answer > 100) throw new InvalidOperationException(s_edit); // line 10
                    return answer;
                }
            }
            """);
    }

    private const string Program = """
        using System.Reflection;

        foreach (var name in (string[])["Checks", "Service", "Core", "Some.Package", "Other.Library", "Third.Party"])
        {
            var assembly = Assembly.Load(name);
            Console.WriteLine($"{name}: {(assembly.GetCustomAttributesData().Any(data => data.AttributeType.FullName == "ReplayKit.Hooks.WovenAttribute") ? "woven" : "as compiled")}");
        }

        Console.WriteLine($"sum: {await Service.Prices.GetAsync(1) + await Some.Package.Waits.AnswerAsync(1) + await Other.Library.Waits.AnswerAsync(1) + await Third.Party.Waits.AnswerAsync(1)}");
        await ShowAsync(() => Service.Prices.GetAsync(1000));
        await ShowAsync(() => Other.Library.Waits.AnswerAsync(-1));

        static async Task ShowAsync(Func<Task> call)
        {
            try
            {
                await call();
            }
            catch (Exception exception)
            {
                Console.WriteLine(exception);
            }
        }
        """;

    private static void WriteLibrary(string root, string name, string properties)
    {
        WriteAt(root, $"{name}/{name}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{properties}</PropertyGroup></Project>""");
        WriteAt(root, $"{name}/Waits.cs", $$"""
            namespace {{name}};

            public static class Waits
            {
                public static async Task<int> AnswerAsync(int number)
                {
                    await Task.Yield();
                    await Task.Delay(1);
                    if (number < 0) throw new ArgumentOutOfRangeException(nameof(number)); // line 9
                    return number + 1;
                }
            }
            """);
    }

    private static void WriteAt(string root, string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}

namespace WebPrograms;

/// <summary>The service's entry point, by which a test's factory finds it.</summary>
public sealed class Entry
{
    private Entry()
    {
    }

    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        Service.Configure(builder);
        var app = builder.Build();
        Service.Map(app);
        app.Run();
    }
}

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Keeps an assembly's symbols, where they can be read: in a portable PDB file beside it, or inside it.</summary>
internal static class SymbolFile
{
    /// <summary>Reads a module, with its symbols if they fit.</summary>
    public static ModuleDefinition ReadModule(string path, IAssemblyResolver resolver, ReportBuilder report)
    {
        var parameters = new ReaderParameters { AssemblyResolver = resolver, InMemory = true };
        var module = ModuleDefinition.ReadModule(path, parameters);
        try
        {
            if (new DefaultSymbolReaderProvider(throwIfNoSymbol: false).GetSymbolReader(module, path) is { } symbols) module.ReadSymbols(symbols);
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or SymbolsNotMatchingException or NotSupportedException
            or ArgumentException or ArithmeticException or IndexOutOfRangeException or InvalidCastException)
        {
            // Symbols of another build, or a file that is none: messages have no source lines, and say why.
            report.Note($"its symbols cannot be read ({exception.Message.TrimEnd('.')}), so messages have no source lines");
            // The module has taken the reader that failed.
            module.Dispose();
            return ModuleDefinition.ReadModule(path, parameters);
        }

        return module;
    }

    /// <summary>How the module is written: with its symbols where it had them. What was a Windows PDB becomes a portable one.</summary>
    public static WriterParameters WriterFor(ModuleDefinition module)
    {
        if (!module.HasSymbols) return new WriterParameters();
        ISymbolWriterProvider provider = module.SymbolReader is EmbeddedPortablePdbReader ? new EmbeddedPortablePdbWriterProvider() : new PortablePdbWriterProvider();
        return new WriterParameters { WriteSymbols = true, SymbolWriterProvider = provider };
    }
}

namespace ReplayKit.TraceFormat.Model;

/// <summary>An async method of an assembly that the recorded process had loaded: what a recorded bare name can stand for.</summary>
/// <param name="RecordedName">Bare name of the compiled state machine, such as <c>&lt;GetAsync&gt;d__3</c>.</param>
/// <param name="Assembly">Simple name of its assembly.</param>
/// <param name="DeclaringType">Full name of the type whose source holds the method, compiler-generated closures removed.</param>
/// <param name="Method">Name in the source: the method, or the method around a lambda or local function.</param>
/// <param name="IsFramework">Whether its assembly lay in a shared framework's folder.</param>
public sealed record AsyncMethod(string RecordedName, string Assembly, string DeclaringType, string Method, bool IsFramework);

namespace ReplayKit.Replayer.Weaving;

/// <summary>One member of the control list.</summary>
/// <param name="Member">The member, as <c>Namespace.Type::Name(ParameterTypes)</c>.</param>
/// <param name="Hook">What woven code calls instead, as <c>HookClass.Method</c>.</param>
public sealed record ApiRow(string Member, string Hook);

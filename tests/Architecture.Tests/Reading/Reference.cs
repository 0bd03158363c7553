namespace Architecture.Tests.Reading;

/// <summary>One use of a type or member by a type of ours.</summary>
/// <param name="User">Full name of the outermost type that uses it; closures and state machines count as their type.</param>
/// <param name="UserNamespace">Its namespace.</param>
/// <param name="Assembly">Simple name of the assembly that the used type is asked from.</param>
/// <param name="Type">Full name of the used type, without generic arguments.</param>
/// <param name="Member">Name of the used member; empty for the type itself.</param>
internal sealed record Reference(string User, string UserNamespace, string Assembly, string Type, string Member)
{
    public string Used => Member.Length == 0 ? Type : $"{Type}.{Member}";

    /// <summary>Whether the user is in the namespace or below it.</summary>
    public bool IsFrom(string space) => UserNamespace == space || UserNamespace.StartsWith(space + ".", StringComparison.Ordinal);

    public override string ToString() => $"{User} uses {Used}";
}

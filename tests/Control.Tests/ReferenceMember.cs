namespace Control.Tests;

/// <summary>A member of a reference assembly, all its overloads.</summary>
/// <param name="Type">Full name of its type as metadata writes it.</param>
/// <param name="Member">Its name as metadata writes it.</param>
internal readonly record struct ReferenceMember(string Type, string Member);

namespace Packages.Tests;

/// <summary>Ends a schedule whose steps are to be looked at.</summary>
internal sealed class AllSeenException(string answer) : Exception(answer);

namespace Controlled.Statics;

/// <summary>What another type's static fields are made from.</summary>
public static class Made
{
    public static readonly string Name = new('x', 3);
}

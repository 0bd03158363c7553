namespace Controlled.Chance;

internal sealed class LoadedDice : Random
{
    public override int Next(int minValue, int maxValue) => Math.Max(2, base.Next(minValue, maxValue));
}

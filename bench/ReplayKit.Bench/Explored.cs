namespace Bench;

/// <summary>What one turn of an explorer came to.</summary>
/// <param name="Schedules">Schedules run.</param>
/// <param name="Steps">Steps of all of them.</param>
/// <param name="Seconds">How long they took.</param>
internal sealed record Explored(int Schedules, long Steps, double Seconds)
{
    public double SchedulesPerSecond => Schedules / Seconds;
}

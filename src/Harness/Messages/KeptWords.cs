namespace ReplayKit.Messages;

/// <summary>Says whether a schedule was kept with the incident.</summary>
internal static class KeptWords
{
    public static string Of(bool showsSymptom, SearchedIncident searched) => showsSymptom
        ? $"Pinned: the schedule of attempt {searched.Run.Result.Attempt} is kept with the incident, and is what runs from now on."
        : $"Nothing was kept: no run of {Counted.Of(searched.Attempts, "schedule")} failed with the incident's symptom.";
}

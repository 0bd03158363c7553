using NUnit.Framework.Interfaces;
using ReplayKit.Messages;
using ReplayKit.Replayer.Control;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Running;

/// <summary>Keeps what a search through an incident's schedules came to, and looks at what was kept.</summary>
internal sealed class Certificates(IncidentRunner runner, JudgedTest test, SearchBudget budget)
{
    /// <summary>Folder for parts, below which each incident has one; null for the incident's own.</summary>
    public string? PartsFolder { get; init; }

    /// <summary>Keeps or checks a certificate, and says so with the test's result.</summary>
    /// <param name="judgement">The result.</param>
    /// <param name="searched">The search.</param>
    /// <param name="mode">What the test run does.</param>
    /// <param name="isRequired">Whether there must be one when the test only verifies.</param>
    public Judgement Settle(Judgement judgement, SearchedIncident searched, RunMode mode, bool isRequired) => mode switch
    {
        RunMode.Certify => Certify(judgement, searched),
        RunMode.Search when !budget.Around.Shard.IsWhole => Keep(judgement, Make(CertificateKind.Search, judgement, searched)),
        RunMode.Verify when test.Expect == Verdict.Passes => Check(judgement, isRequired),
        _ => judgement,
    };

    private Judgement Certify(Judgement judgement, SearchedIncident searched)
    {
        var certificate = Make(CertificateKind.Certify, judgement, searched);
        if (certificate.Failure is null || certificate.Part is not null) return Keep(judgement, certificate);
        // What was certified before is not true any more, or was so of another build.
        CertificateFile.Delete(PathOf(CertificateKind.Certify, null));
        return judgement with { Message = judgement.Message + Environment.NewLine + "  " + CertificateWords.Refused(certificate) };
    }

    private Judgement Keep(Judgement judgement, Certificate certificate)
    {
        CertificateFile.Write(PathOf(certificate.Kind, certificate.Part), certificate);
        var words = CertificateWords.Of(certificate);
        return certificate.Failure is null
            ? judgement with { Note = judgement.Note.Length > 0 ? judgement.Note + Environment.NewLine + words : words }
            : judgement with { Message = judgement.Message + Environment.NewLine + "  " + CertificateWords.Refused(certificate) };
    }

    private Judgement Check(Judgement judgement, bool isRequired)
    {
        if (judgement.State != ResultState.Success) return judgement;
        var path = PathOf(CertificateKind.Certify, null);
        var certificate = File.Exists(path) ? CertificateFile.Read(path) : null;
        // An incident has one certificate, and may have several tests.
        if (certificate?.Test != test.FullName) certificate = null;
        var changed = certificate is null ? [] : Changed(certificate);
        if (isRequired && (certificate is not { IsComplete: true } || changed.Count > 0))
            return new Judgement(ResultState.Failure, CertificateWords.Missing(certificate, changed), null, "");
        if (certificate is null) return judgement;
        return judgement with { Note = judgement.Note + Environment.NewLine + CertificateWords.Checked(certificate, changed) };
    }

    private static List<string> Changed(Certificate certificate)
    {
        var loaded = BuildIdentity.ReadLoaded().ToDictionary(static assembly => assembly.Name, static assembly => assembly.Mvid);
        return [.. certificate.Build.Where(assembly => !loaded.TryGetValue(assembly.Name, out var mvid) || mvid != assembly.Mvid).Select(static assembly => assembly.Name)];
    }

    private Certificate Make(CertificateKind kind, Judgement judgement, SearchedIncident searched)
    {
        var coverage = searched.Coverage;
        var around = budget.Around;
        var isPart = !around.Shard.IsWhole;
        return new Certificate
        {
            Kind = kind,
            Tool = IncidentRunner.ToolVersion,
            Incident = test.IncidentName,
            Test = test.FullName,
            Orders = around.OnlyConflicts ? CertifiedOrders.Conflicts : CertifiedOrders.Swaps,
            Swaps = around.SwapsMax == int.MaxValue ? null : around.SwapsMax,
            Middle = coverage.Middle,
            Seed = budget.Seed,
            Passed = coverage.Schedules.Length,
            PassedBySwaps = coverage.PassedBySwaps,
            IsComplete = coverage.IsComplete,
            NotCovered = coverage.NotCovered,
            Seconds = Math.Round(coverage.Time.TotalSeconds, 1),
            Digest = CertificateFile.DigestOf(coverage.Schedules),
            Build = BuildIdentity.ReadLoaded(),
            Failure = coverage.Decided is { } decided ? new FailedSchedule(decided, searched.Run.Result.ScheduleDescription, judgement.Message) : null,
            Part = isPart ? new CertificatePart(around.Shard.Index, around.Shard.Count) : null,
            Schedules = isPart ? coverage.Schedules : [],
        };
    }

    private string PathOf(CertificateKind kind, CertificatePart? part)
    {
        var folder = runner.Folder!;
        if (part is not null && PartsFolder is not null) folder = Directory.CreateDirectory(Path.Combine(PartsFolder, Path.GetFileName(folder))).FullName;
        return Path.Combine(folder, CertificateFile.NameOf(kind, part));
    }
}

using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Budget;

/// <summary>Decides how much to listen to, so that it costs the target no more than a budget. Pure: windows and what was measured in them come in.</summary>
/// <remarks>
/// A short window without listening and a longer one with it take turns. The cost of a tier is the processor time per request in its window relative to
/// that in the windows without on both sides of it, and the mean over the last few of them, because a process is never the same twice. Above the
/// budget it steps down at once; it steps up again when what a higher tier last cost fits, or when that is so long ago that it has to be tried.
/// </remarks>
public sealed class TierGovernor
{
    /// <summary>Length of a window without listening: what happens in it is missing from the recording.</summary>
    public static readonly TimeSpan BaselineLength = TimeSpan.FromSeconds(1);

    /// <summary>Length of the first windows with it, until the tier has proved that it fits.</summary>
    public static readonly TimeSpan TrialLength = TimeSpan.FromSeconds(4);

    /// <summary>Length of later windows with it.</summary>
    public static readonly TimeSpan SettledLength = TimeSpan.FromSeconds(30);

    // Fewer requests than this say nothing about what one costs.
    private const int RequestsMin = 50;

    // Windows that a tier's cost is the mean of.
    private const int MemoryCount = 3;

    // Windows after which what a tier once cost is forgotten, and it is tried again.
    private const int ForgetAfter = 8;

    private readonly RecordingTier _most;
    private readonly double _budget;
    private readonly Dictionary<RecordingTier, Queue<double>> _costs = [];
    private readonly Dictionary<RecordingTier, int> _refusedAt = [];
    private LoadSample? _baseline;
    private LoadSample? _pending;
    private RecordingTier _tier;
    private int _windowCount;
    private int _fittingCount;
    private bool _isBaselineDue = true;

    /// <summary>Makes one.</summary>
    /// <param name="most">The most to listen to; above <see cref="RecordingTier.Off"/>.</param>
    /// <param name="budget">Most processor time per request that listening may cost, relative to what a request costs without; above 0.</param>
    public TierGovernor(RecordingTier most, double budget)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)most, (int)RecordingTier.Off);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        _most = most;
        _budget = budget;
        _tier = most;
    }

    /// <summary>What listening cost when it was measured last, at the tier of then, relative; null while it is not known.</summary>
    public double? Cost { get; private set; }

    /// <summary>What to do next.</summary>
    public TierWindow Next()
    {
        if (_isBaselineDue) return new TierWindow(RecordingTier.Off, BaselineLength, "measuring without");
        var reason = CostOf(_tier) is { } cost ? Percent($"costs {cost:P1} of a budget of {_budget:P1}") : Percent($"measuring against a budget of {_budget:P1}");
        return new TierWindow(_tier, _fittingCount > 1 || _tier == RecordingTier.Off ? SettledLength : TrialLength, reason);
    }

    /// <summary>Takes what was measured in a window that <see cref="Next"/> named.</summary>
    public void Take(TierWindow window, LoadSample measured)
    {
        if (_isBaselineDue) TakeBaseline(measured);
        else _pending = window.Tier == RecordingTier.Off ? null : measured;
        _isBaselineDue = !_isBaselineDue;
    }

    // A baseline closes the window before it: its cost is measured against those on both sides.
    private void TakeBaseline(LoadSample baseline)
    {
        var before = _baseline;
        _baseline = baseline;
        _windowCount++;
        if (_pending is { } pending && before is { } first) Judge(pending, new LoadSample(first.Cpu + baseline.Cpu, first.Requests + baseline.Requests));
        else if (_tier == RecordingTier.Off) StepUp();
        _pending = null;
    }

    private void Judge(LoadSample with, LoadSample without)
    {
        if (with.Requests < RequestsMin || without.Requests < RequestsMin || without.CpuPerRequest <= 0) return;
        Remember(_tier, (with.CpuPerRequest / without.CpuPerRequest) - 1);
        Cost = CostOf(_tier);
        if (Cost > _budget) StepDown();
        else if (++_fittingCount > 1) StepUp();
    }

    private void StepDown()
    {
        _refusedAt[_tier] = _windowCount;
        _tier--;
        _fittingCount = 0;
    }

    private void StepUp()
    {
        if (_tier == _most) return;
        var next = _tier + 1;
        var isForgotten = _refusedAt.TryGetValue(next, out var at) && _windowCount - at >= ForgetAfter;
        if (isForgotten) _costs.Remove(next);
        if (CostOf(next) is { } cost && cost > _budget) return;
        _tier = next;
        _fittingCount = 0;
    }

    private void Remember(RecordingTier tier, double cost)
    {
        if (!_costs.TryGetValue(tier, out var costs)) _costs.Add(tier, costs = new Queue<double>());
        costs.Enqueue(cost);
        if (costs.Count > MemoryCount) costs.Dequeue();
    }

    private double? CostOf(RecordingTier tier) => _costs.TryGetValue(tier, out var costs) && costs.Count > 0 ? Math.Max(0, costs.Average()) : null;

    private static string Percent(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

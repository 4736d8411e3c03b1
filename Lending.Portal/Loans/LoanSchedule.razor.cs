using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.SignIn;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Loans;

/// <summary>The instalments as they stand, as they stood on a past day, as agreed, and after each change.</summary>
public sealed partial class LoanSchedule(SchedulesQuery schedules, LoanOnDayQuery past, Brands brands, StaffSession session) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<RecordedSchedule> _schedules = [];
    private IReadOnlyList<ScheduleRow>? _quoted;
    private IReadOnlyList<ScheduleRow>? _stood;
    private Money _amount = Money.Zero(Currency.Inr);
    private SchedulePreview? _preview;
    private RecordedSchedule? _other;
    private DateOnly? _asOf;
    private bool _failed;
    private int _version = -1;

    [Parameter, EditorRequired] public LoanFile File { get; set; } = default!;
    [Parameter, EditorRequired] public DateOnly Today { get; set; }
    [Parameter] public EventCallback<AskedFigure> OnExplain { get; set; }

    private IReadOnlyList<ScheduleRow> Rows => _stood ?? LoanScheduleRows.Current(File);

    private IReadOnlyList<ScheduleRow>? Other => _other is null ? null : LoanScheduleRows.Agreed(_other.Schedule.Rows);

    private string OtherName => _other?.Schedule.Change is null ? "Original" : $"Of {Dates.Date(_other.Schedule.On)}";

    protected override Task OnParametersSetAsync() => _version == File.Version ? Task.CompletedTask : LoadAsync();

    private AskedFigure Asked(ScheduleCell cell) => new(
        cell.Part switch
        {
            SchedulePart.Principal => ExplainedFigure.InstalmentPrincipal,
            SchedulePart.Penalty => ExplainedFigure.InstalmentPenalty,
            SchedulePart.Fee => ExplainedFigure.InstalmentFee,
            SchedulePart.Paid => ExplainedFigure.InstalmentPaid,
            _ => ExplainedFigure.InstalmentInterest,
        },
        cell.Row.Number, _asOf);

    private async Task LoadAsync()
    {
        _version = File.Version;
        try
        {
            var person = await session.PersonAsync();
            if (File.State.Instalments.IsEmpty)
            {
                if (File.Product is null) return;
                var brand = await brands.GetAsync(person.Brand, _leaving.Token);
                _amount = File.State.Sanctioned ?? File.State.Recommended ?? File.State.Requested;
                _quoted = LoanScheduleRows.Quoted(Quotes.Of(File.Product, _amount, File.State.Tenure, Today, brand.Settings.Calendar, Coupons.Of(File.Product, File.State.Coupon)));
                return;
            }

            _schedules = await schedules.RunAsync(person.Brand, File.Id, _leaving.Token);
            _other = _schedules.FirstOrDefault(schedule => schedule.Schedule.Version == _other?.Schedule.Version) ?? _schedules.FirstOrDefault();
            _failed = false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _failed = true;
        }
    }

    private void CompareWith(RecordedSchedule schedule)
    {
        _other = schedule;
        _preview?.Compare();
    }

    /// <summary>The instalments as they stood at the end of a past day, before its night.</summary>
    private async Task LookBackAsync(DateOnly? day)
    {
        (_asOf, _stood) = (day, null);
        if (day is not { } on) return;
        var person = await session.PersonAsync();
        if (await past.RunAsync(person.Brand, File.Id, on, _leaving.Token) is not { } found) return;
        var loan = LoanEvolution.Replay(found.Events);
        if (_asOf == day) _stood = LoanScheduleRows.Standing(loan, LoanFigures.Of(loan, on, found.Product).Instalments, on);
    }

    public void Dispose() => _leaving.Cancel();
}

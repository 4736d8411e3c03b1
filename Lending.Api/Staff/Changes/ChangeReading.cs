using System.Text.Json;
using Lending.Api.Requests;
using Lending.Domain;

namespace Lending.Api.Staff.Changes;

/// <summary>Reads the change a request asks for. Its rules are the loan's; here every field of the kind has to be there, and no other.</summary>
internal sealed class ChangeReading(ChangeRequest request, Currency currency)
{
    private readonly HashSet<string> _used = [];
    private Refusal? _refusal;

    /// <summary>PaymentId is what money of the change will be booked under.</summary>
    public static Outcome<LoanChange> Of(ChangeRequest request, Currency currency, string paymentId) => new ChangeReading(request, currency).Read(paymentId);

    private Outcome<LoanChange> Read(string paymentId)
    {
        LoanChange change = request.Kind switch
        {
            ChangeKind.Rate => new RateChange(Need(request.RatePercent, nameof(request.RatePercent))),
            ChangeKind.Extension => new TenureExtension(Need(request.Instalments, nameof(request.Instalments))),
            ChangeKind.DueDate => new DueDateMove(Need(request.NextDue, nameof(request.NextDue))),
            ChangeKind.Moratorium => new Moratorium(Need(request.Instalments, nameof(request.Instalments)), Need(request.Interest, nameof(request.Interest))),
            ChangeKind.InterestPause => new InterestPause(Need(request.From, nameof(request.From)), Need(request.To, nameof(request.To))),
            ChangeKind.ReAge => new ReAge(Need(request.Instalments, nameof(request.Instalments)), Need(request.FirstDue, nameof(request.FirstDue))),
            ChangeKind.ReAmortisation => new ReAmortisation(),
            ChangeKind.Prepayment => new PartPrepayment(
                paymentId, Money(), Need(request.Channel, nameof(request.Channel)), Need(request.Reference, nameof(request.Reference)), Need(request.Effect, nameof(request.Effect))),
            ChangeKind.Freeze => new Freeze(May(request.Until, nameof(request.Until))),
            ChangeKind.Dispute => new Dispute(),
            ChangeKind.HoldRelease => new HoldRelease(),
            ChangeKind.PenaltyWaiver => new PenaltyWaiver(Money()),
            ChangeKind.InterestWaiver => new InterestWaiver(Money()),
            ChangeKind.GoodwillCredit => new GoodwillCredit(Money()),
            ChangeKind.PaymentReversal => new PaymentReversal(Need(request.PaymentId, nameof(request.PaymentId)), Need(request.Cause, nameof(request.Cause))),
            ChangeKind.AdvanceRefund => new AdvanceRefund(Money(), Need(request.Reference, nameof(request.Reference))),
            ChangeKind.RefundReturn => new RefundReturn(Money(), Need(request.Reference, nameof(request.Reference))),
            ChangeKind.Settlement => new Settlement(Money(), Need(request.PayBy, nameof(request.PayBy))),
            ChangeKind.WriteOff => new WriteOff(),
            ChangeKind.Termination => new ContractTermination(),
            ChangeKind.CoolingOffExit => new CoolingOffExit(),
            ChangeKind.ChargeOff => new ChargeOff(Need(request.ChargeOff, nameof(request.ChargeOff))),
            ChangeKind.LateCharge => new LateChargeByHand(),
            ChangeKind.ChargeOffReversal => new ChargeOffReversal(),
            ChangeKind.Cancellation => new Cancellation(Need(request.Reason, nameof(request.Reason))),
            ChangeKind.Limit => new LimitChange(Money()),
            ChangeKind.LineBlock => new LineBlocking(Need(request.BlockReason, nameof(request.BlockReason))),
            ChangeKind.LineUnblock => new LineUnblocking(),
            ChangeKind.MinimumPercent => new MinimumPercentChange(Need(request.MinimumPercent, nameof(request.MinimumPercent))),
        };
        NotMore();
        return _refusal is { } refusal ? refusal : change;
    }

    private string Kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(request.Kind.ToString());

    private T Need<T>(T? value, string name) where T : struct
    {
        _used.Add(name);
        if (value is { } given) return given;
        _refusal ??= new ChangeFieldMissing(FieldOf(name), Kind);
        return default;
    }

    private string Need(string? value, string name)
    {
        _used.Add(name);
        if (value is not null) return value;
        _refusal ??= new ChangeFieldMissing(FieldOf(name), Kind);
        return "";
    }

    private T? May<T>(T? value, string name) where T : struct
    {
        _used.Add(name);
        return value;
    }

    private Money Money()
    {
        _used.Add(nameof(request.Amount));
        var zero = Domain.Money.Zero(currency);
        if (request.Amount is not { } amount)
        {
            _refusal ??= new ChangeFieldMissing(FieldOf(nameof(request.Amount)), Kind);
            return zero;
        }

        var money = amount.In(currency);
        if (!money.IsRefused) return money.Value;
        _refusal ??= money.Refusal;
        return zero;
    }

    private void NotMore()
    {
        foreach (var (name, isGiven) in Given())
            if (isGiven && !_used.Contains(name)) _refusal ??= new ChangeFieldNotUsed(FieldOf(name), Kind);
    }

    private (string Name, bool IsGiven)[] Given() =>
    [
        (nameof(request.RatePercent), request.RatePercent is not null), (nameof(request.Instalments), request.Instalments is not null),
        (nameof(request.NextDue), request.NextDue is not null), (nameof(request.FirstDue), request.FirstDue is not null),
        (nameof(request.From), request.From is not null), (nameof(request.To), request.To is not null),
        (nameof(request.Until), request.Until is not null), (nameof(request.PayBy), request.PayBy is not null),
        (nameof(request.Amount), request.Amount is not null), (nameof(request.Interest), request.Interest is not null),
        (nameof(request.Effect), request.Effect is not null), (nameof(request.Channel), request.Channel is not null),
        (nameof(request.Reference), request.Reference is not null), (nameof(request.PaymentId), request.PaymentId is not null),
        (nameof(request.Cause), request.Cause is not null), (nameof(request.Reason), request.Reason is not null), (nameof(request.ChargeOff), request.ChargeOff is not null),
        (nameof(request.BlockReason), request.BlockReason is not null), (nameof(request.MinimumPercent), request.MinimumPercent is not null),
    ];

    private static string FieldOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

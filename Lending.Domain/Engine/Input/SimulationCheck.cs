using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>A request whose every part is valid.</summary>
public sealed record SimulationRequest(CreditTerms Terms, DateOnly SubmittedOn, ImmutableArray<AccountEvent> Events, ImmutableArray<InstallmentFee> Fees);

/// <summary>Checks a simulation as a whole and names the first field that does not hold.</summary>
public static class SimulationCheck
{
    public const int EventsMax = 200;

    public const int FeesMax = 20;

    // Each event answers the whole schedule, so their product bounds the answer; the run itself bounds the work.
    public const int RowsMax = 10_000;

    public static Outcome<SimulationRequest> Of(SimulationInput input)
    {
        if (input.Product is not { } product) return new InputMissing("product");
        var asked = new Asked();
        var terms = TermsCheck.Of(product, asked);
        var submittedOn = asked.Date(input.SubmittedOn, "submittedOn");
        if (input.Events is not { } sent) return asked.Refusal ?? new InputMissing("events");
        if (sent.Count > EventsMax) return asked.Refusal ?? new InputOutOfBounds("events", $"at most {EventsMax} events");
        if (asked.Refusal is { } refused) return refused;

        var events = ImmutableArray.CreateBuilder<AccountEvent>(sent.Count);
        for (var i = 0; i < sent.Count && asked.Refusal is null; i++)
            if (EventCheck.Of(sent[i], asked, $"events[{i}]") is { } @event) events.Add(@event);
        if (asked.Refusal is null && TooLarge(terms, events) is { } tooLarge) return tooLarge;
        var fees = Fees(input.InstallmentCharges ?? [], asked);
        return asked.Refusal is { } refusal ? refusal : new SimulationRequest(terms, submittedOn, events.ToImmutable(), fees);
    }

    private static SimulationTooLarge? TooLarge(CreditTerms terms, IReadOnlyList<AccountEvent> events)
    {
        var installments = terms.Installments;
        if (terms.FullTermTranche) installments *= Math.Max(1, events.Count(static e => e is Disbursed));
        installments += events.Sum(static e => e switch { ReAged r => r.Installments, Rescheduled { ExtraTerms: { } extra } => extra, _ => 0 });
        return installments > TermsCheck.InstallmentsMax || (events.Count + 1) * installments > RowsMax ? new("events", RowsMax) : null;
    }

    private static ImmutableArray<InstallmentFee> Fees(IReadOnlyList<InstallmentFeeInput?> sent, Asked asked)
    {
        if (sent.Count > FeesMax) asked.Refuse(new InputOutOfBounds("installmentCharges", $"at most {FeesMax} charges"));
        var fees = ImmutableArray.CreateBuilder<InstallmentFee>();
        for (var i = 0; i < sent.Count && asked.Refusal is null; i++)
            fees.Add(InstallmentFeeCheck.Of(sent[i]?.Charge, sent[i]?.Amount, asked, $"installmentCharges[{i}]"));
        return fees.ToImmutable();
    }
}

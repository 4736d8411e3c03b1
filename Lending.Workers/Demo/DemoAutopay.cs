using Lending.Domain;

namespace Lending.Workers.Demo;

/// <summary>What a demo borrower who pays automatically does on a day: asks for the mandate, approves it, and some time has an empty account.</summary>
public static class DemoAutopay
{
    private const int AsksOn = 6;

    /// <summary>Some of those who pay their instalments on time do so without doing anything.</summary>
    public static bool Has(DemoPlan plan) => plan is { Fate: DemoFate.PaysOnTime, ProductCode: "EMI" } && plan.Number / 12 % 2 == 0;

    public static async Task StepAsync(DateOnly day, DemoPlan plan, string loanId, string customerId, DemoCast cast, DemoBank bank, CancellationToken cancellationToken)
    {
        var since = day.DayNumber - plan.Start.DayNumber;
        if (since < AsksOn) return;
        var loan = await cast.LookAsync(loanId, cancellationToken);
        if (loan.Account is not AccountState.Active) return;
        if (since == AsksOn && loan.Mandate is null)
            await cast.DoAsync(loanId, cast.Borrower(customerId), new RequestMandate(), $"demo:{loanId}:mandate", cancellationToken);
        if (loan.Mandate is not { IsLive: true } mandate) return;

        if (mandate is { State: MandateState.Requested, Url: not null }) await bank.ApproveAsync(mandate, cancellationToken);
        await bank.TellAsync(loanId, mandate, cancellationToken);
        if (plan.Habit % 3 != 0 || loan.Instalments.Length < 2) return;
        if (loan.Instalments[1].PayBy.AddDays(-1) == day) await bank.FundAsync(mandate, full: false, cancellationToken);
        if (loan.Instalments[1].PayBy.AddDays(2) == day) await bank.FundAsync(mandate, full: true, cancellationToken);
    }

    /// <summary>The days on which something can happen: while the mandate is made, and around a due date.</summary>
    public static bool ActsOn(DateOnly day, DemoPlan plan, Loan loan) =>
        day.DayNumber - plan.Start.DayNumber is >= AsksOn and <= AsksOn + 3 || loan.Instalments.Any(i => i.PayBy.AddDays(-1) <= day && day <= i.PayBy.AddDays(7));
}

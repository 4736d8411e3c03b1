using Lending.Domain;
using Lending.Grains;

namespace Lending.Flows;

/// <summary>Decisions of staff, made through the same grains as the portal's pages make them.</summary>
public sealed class Staff(IGrainFactory grains, string brand)
{
    private const string Note = "Papers read, income covers the instalment.";

    /// <summary>Recommends and sanctions what was asked for, by two people.</summary>
    public async Task ApproveAsync(string loanId, CancellationToken cancellationToken = default)
    {
        var loan = (await LoanOf(loanId).GetAsync(cancellationToken)).Value!;
        await DoAsync(loanId, StaffRole.CreditExecutive, "deepa", new ApproveByCredit(loan.Requested, Note), cancellationToken);
        await DoAsync(loanId, StaffRole.SanctionManager, "aparna", new Sanction(loan.Requested, Note), cancellationToken);
    }

    /// <summary>One person asks for the payout, another lets it go.</summary>
    public async Task DisburseAsync(string loanId, CancellationToken cancellationToken = default)
    {
        await DoAsync(loanId, StaffRole.LoanOps, "neha", new ProposeDisbursement("IMPS"), cancellationToken);
        var loan = (await LoanOf(loanId).GetAsync(cancellationToken)).Value!;
        await DoAsync(loanId, StaffRole.LoanOps, "sameer", new ApproveDisbursement(loan.Net!.Value), cancellationToken);
    }

    public async Task<Loan> DoAsync(string loanId, StaffRole role, string who, LoanCommand command, CancellationToken cancellationToken = default)
    {
        var actor = new Actor(ActorKind.Staff, $"{brand}-{who}", who, role.ToString());
        var context = new CommandContext(Guid.CreateVersion7().ToString("N"), brand, actor, StaffRoles.DefaultsOf(role), Guid.CreateVersion7());
        var outcome = await LoanOf(loanId).ExecuteAsync(new LoanRequest(command, context), cancellationToken);
        return outcome.IsRefused ? throw new InvalidOperationException($"{command.GetType().Name} was refused: {outcome.Refusal.Code}") : outcome.Value;
    }

    /// <summary>A command of the platform itself, such as day end or what a provider confirms.</summary>
    public async Task<Loan> SystemAsync(string loanId, LoanCommand command, CancellationToken cancellationToken = default)
    {
        var context = new CommandContext(Guid.CreateVersion7().ToString("N"), brand, Actor.System("test"), Grants.Everything, Guid.CreateVersion7());
        var outcome = await LoanOf(loanId).ExecuteAsync(new LoanRequest(command, context), cancellationToken);
        return outcome.IsRefused ? throw new InvalidOperationException($"{command.GetType().Name} was refused: {outcome.Refusal.Code}") : outcome.Value;
    }

    private ILoanGrain LoanOf(string loanId) => grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId));
}

using Lending.Domain;
using Lending.Grains;

namespace Lending.Workers;

/// <summary>Commands of the platform's own jobs. The id is made from what is done, so doing it again is the same command.</summary>
public static class JobCommands
{
    public static CommandContext Context(string brand, string commandId, string job) =>
        new(commandId, brand, Actor.System(job), Grants.Everything, Guid.CreateVersion7());

    public static Task<Outcome<Loan>> ExecuteAsync(
        this IGrainFactory grains, string brand, string loanId, LoanCommand command, string commandId, string job, CancellationToken cancellationToken) =>
        grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId))
            .ExecuteAsync(new LoanRequest(command, Context(brand, commandId, job)), cancellationToken);
}

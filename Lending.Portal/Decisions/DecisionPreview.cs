using System.Collections.Immutable;
using Lending.Domain;
using Lending.Portal.SignIn;

namespace Lending.Portal.Decisions;

/// <summary>What would become of a command now, asked of the same rules that will decide it. Changes nothing.</summary>
public static class DecisionPreview
{
    /// <summary>
    /// The decision as if the person gave the command; null actor asks for the rules alone, without who may. History is of a loan whose command looks back,
    /// as <see cref="LoanHistory.IsNeeded"/> says.
    /// </summary>
    public static LoanDecision Of(
        Loan loan, string loanId, LoanCommand command, Brand brand, LoanProduct? product, CustomerStanding? customer, StaffIdentity? person, DateTimeOffset now,
        ChartOfAccounts? chart = null, ImmutableArray<LoanEvent>? history = null)
    {
        var context = person is null
            ? new CommandContext("preview", brand.Code, Actor.System("preview"), Grants.Everything, Guid.Empty)
            : StaffSession.ContextOf(person, "preview");
        return LoanDecider.Decide(loan, command, new Circumstances(context, loanId, brand, now, product, customer) { Accounts = chart?.Mapping ?? [], History = history });
    }

    /// <summary>The postings the decided events would carry, in order.</summary>
    public static IReadOnlyList<Posting> PostingsOf(Loan loan, IEnumerable<LoanEvent> events)
    {
        var lines = new List<Posting>();
        foreach (var @event in events)
        {
            lines.AddRange(LoanPostings.Of(loan, @event));
            loan = LoanEvolution.Evolve(loan, @event);
        }

        return lines;
    }
}

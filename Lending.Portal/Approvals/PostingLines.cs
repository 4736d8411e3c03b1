using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Approvals;

/// <summary>Postings as the pages draw them: one line per account and side, in the order they first come.</summary>
public static class PostingLines
{
    public static IReadOnlyList<PostingLine> Of(IEnumerable<Posting> postings) =>
    [
        .. postings.GroupBy(posting => (posting.Account.Number, posting.Account.Name, IsDebit: posting.Debit.IsPositive))
            .Select(group =>
            {
                var zero = Money.Zero(group.First().Debit.Currency);
                var sum = group.Aggregate(zero, (total, posting) => total + posting.Debit + posting.Credit);
                return new PostingLine($"{group.Key.Number} {group.Key.Name}", group.Key.IsDebit ? sum : null, group.Key.IsDebit ? null : sum);
            }),
    ];
}

using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// What a run would do on a business date. SetAside is how many loans day end left behind, Loans how many would be charged, Unreadable how many could not be looked
/// at; one amount for each currency.
/// </summary>
public sealed record PenaltyPreview(DateOnly Date, int Loans, int SetAside, int Unreadable, ImmutableArray<Money> Amounts)
{
    public bool IsEmpty => Loans == 0 && SetAside == 0;
}

/// <summary>Works out, loan by loan and without changing any, what a run of late charges would charge (UBU-058).</summary>
public sealed class PenaltyPreviewQuery(Journal journal, Brands brands, Products products, TimeProvider clock)
{
    private const int Batch = 250;

    public async Task<PenaltyPreview> RunAsync(string brandCode, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var (sums, loans, unreadable) = (new SortedDictionary<string, Money>(StringComparer.Ordinal), 0, 0);
        var behind = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var stored in AllAsync((after, token) => journal.LoansToCloseAsync(brandCode, brand.BusinessDate.AddDays(-1), after, Batch, token), cancellationToken))
        {
            behind.Add(stored.Id);
            await AddAsync(stored);
        }

        await foreach (var stored in AllAsync((after, token) => journal.LoansToChargeAsync(brandCode, brand.BusinessDate, after, Batch, token), cancellationToken))
            if (!behind.Contains(stored.Id)) await AddAsync(stored);
        return new(brand.BusinessDate, loans, behind.Count, unreadable, [.. sums.Values]);

        async Task AddAsync(StoredLoan stored)
        {
            if (await OfAsync(brand, stored, cancellationToken) is not { } charge) unreadable++;
            else if (charge.IsPositive)
            {
                loans++;
                sums[charge.Currency.Code] = sums.TryGetValue(charge.Currency.Code, out var sum) ? sum + charge : charge;
            }
        }
    }

    /// <summary>Null for a loan that day end had to set aside because nobody can work it out.</summary>
    private async Task<Money?> OfAsync(Brand brand, StoredLoan stored, CancellationToken cancellationToken)
    {
        if (stored.IsUnreadable || await products.OfLoanAsync(brand.Code, stored.State, cancellationToken) is not { } product) return null;
        var context = new CommandContext("preview", brand.Code, Actor.System("preview"), Grants.Everything, Guid.Empty);
        return LateChargeRuns.Preview(stored.State, new Circumstances(context, stored.Id, brand, clock.GetUtcNow(), product, null)).Total;
    }

    private static async IAsyncEnumerable<StoredLoan> AllAsync(
        Func<string?, CancellationToken, Task<IReadOnlyList<StoredLoan>>> read, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        while (true)
        {
            var batch = await read(last, cancellationToken);
            foreach (var each in batch) yield return each;
            if (batch.Count < Batch) yield break;
            last = batch[^1].Id;
        }
    }
}

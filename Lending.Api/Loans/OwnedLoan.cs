using System.Reflection;
using System.Text.RegularExpressions;
using Lending.Api.Requests;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Api.Loans;

/// <summary>The loan of a request, known to be the caller's own. Only <see cref="OwnsLoanFilter"/> makes one.</summary>
public sealed class OwnedLoan(string loanId, Caller caller)
{
    private static readonly object Key = new();

    private Loan? _loan;

    public string LoanId { get; } = loanId;

    internal Caller Caller { get; } = caller;

    /// <summary>The loan as it was when ownership was checked. Internal, as validation reads every public property of an argument before that.</summary>
    internal Loan Loan => _loan ?? throw new InvalidOperationException("The route is not behind OwnsLoanFilter.");

    public static ValueTask<OwnedLoan?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var owned = Caller.Find(http) is { } caller ? new OwnedLoan((string?)http.GetRouteValue("loanId") ?? "", caller) : null;
        http.Items[Key] = owned;
        return ValueTask.FromResult(owned);
    }

    internal static OwnedLoan? Of(HttpContext http) => http.Items.TryGetValue(Key, out var owned) ? (OwnedLoan?)owned : null;

    internal void Is(Loan loan) => _loan = loan;
}

/// <summary>Lets a borrower reach only their own loan. Answers 404, not 403, so loan ids cannot be probed; the Brand comes from the token.</summary>
public sealed partial class OwnsLoanFilter(IGrainFactory grains) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (OwnedLoan.Of(context.HttpContext) is not { } owned || !LoanNumber().IsMatch(owned.LoanId)) return Problems.From(new LoanNotFound());

        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(owned.Caller.Brand, owned.LoanId)).GetAsync(context.HttpContext.RequestAborted);
        if (outcome.IsRefused || outcome.Value.CustomerId != owned.Caller.CustomerId) return Problems.From(new LoanNotFound());
        owned.Is(outcome.Value);
        return await next(context);
    }

    [GeneratedRegex(@"^LN-[0-9]{4}-[0-9]{1,9}\z")]
    private static partial Regex LoanNumber();
}

using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Products;

/// <summary>A refused product names every field at fault under "errors".</summary>
internal static class ProductProblems
{
    public static ProblemHttpResult From(Refusal refusal)
    {
        if (refusal is not ProductInvalid invalid) return Problems.From(refusal);
        var details = Problems.Details(Problems.StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.Field);
        details.Extensions["errors"] = invalid.Faults.GroupBy(static fault => fault.Input, StringComparer.Ordinal)
            .ToDictionary(static faults => faults.Key, static faults => faults.Select(static fault => fault.Problem).ToArray(), StringComparer.Ordinal);
        return TypedResults.Problem(details);
    }
}

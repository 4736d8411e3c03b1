using Lending.Data;
using Lending.Domain;

namespace Lending.Api.SignUp;

/// <summary>Before there is a token, the header X-Brand says through whom a borrower signs up.</summary>
public static class BrandHeader
{
    private const int CodeLengthMax = 40;

    public static Task<Brand?> FindByHeaderAsync(this Brands brands, string? code, CancellationToken cancellationToken) =>
        code is { Length: > 0 and <= CodeLengthMax } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-')
            ? brands.FindAsync(code, cancellationToken)
            : Task.FromResult<Brand?>(null);
}


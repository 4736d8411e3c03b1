using System.Text.Json.Nodes;
using Lending.Api.Loans;
using Lending.Data;

namespace Lending.Api.Staff.Products;

/// <summary>
/// A version of a product. State is draft (waits for somebody else to put it in force), in_force, replaced or inactive. RunningLoans counts the loans
/// made under this version that are not closed.
/// </summary>
public sealed record ProductAnswer(
    string Code, int Version, string Name, string State, string? AddedBy, DateTimeOffset? AddedAt, string? ActivatedBy, DateTimeOffset? ActivatedAt,
    long RunningLoans, JsonObject Settings)
{
    public static ProductAnswer Of(ProductVersion version) => new(
        version.Product.Code, version.Product.Version, version.Product.Name, LoanViews.NameOf(version.State), version.AddedBy, version.AddedAt,
        version.ActivatedBy, version.ActivatedAt, version.RunningLoans, ProductWire.Write(version.Product));
}

using System.Text.Json.Nodes;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Products;

/// <summary>Products and their versions. Reading needs BrandSettings Read, adding Write, putting in force All and another person than the one who added.</summary>
public static class ProductEndpoints
{
    private const string OneProduct = "/products/{code:regex(^[A-Za-z0-9-]{{1,40}}$)}";

    public sealed record Answer(IReadOnlyList<ProductAnswer> Products);

    public static void Map(RouteGroupBuilder staff)
    {
        staff.MapGet("/products", ListAsync).WithName("ListProductVersions").Needs(Permission.BrandSettings, Level.Read)
            .WithSummary("Every version of every product, the newest first (at most 500)");
        staff.MapGet($"{OneProduct}/versions/{{version:int:min(1)}}", GetAsync).WithName("ProductVersion").Needs(Permission.BrandSettings, Level.Read)
            .WithSummary("One version with its settings");
        staff.MapPost("/products/preview", PreviewEndpoint.HandleAsync).WithName("PreviewProduct").Needs(Permission.BrandSettings, Level.Read)
            .WithSummary("What settings would come to: schedule, charges, APR and warnings. Nothing is stored");

        var changes = staff.MapChanges();
        changes.MapPost("/products", AddAsync).WithName("AddProduct").Needs(Permission.BrandSettings, Level.Write)
            .WithSummary("Add a product; it takes no loans until somebody else activates it");
        changes.MapPost($"{OneProduct}/versions", AddVersionAsync).WithName("AddProductVersion").Needs(Permission.BrandSettings, Level.Write)
            .WithSummary("Add the next version of a product; loans keep the version they were made under");
        changes.MapPost($"{OneProduct}/versions/{{version:int:min(1)}}/activate", ActivateAsync).WithName("ActivateProduct").Needs(Permission.BrandSettings, Level.All)
            .WithSummary("Make new loans under this version; not by the one who added it");
        changes.MapPost($"{OneProduct}/deactivate", DeactivateAsync).WithName("DeactivateProduct").Needs(Permission.BrandSettings, Level.All)
            .WithSummary("Make no new loans under the product; running ones go on");
    }

    private static async Task<Ok<Answer>> ListAsync(StaffCaller caller, ProductVersions versions, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Answer([.. (await versions.ListAsync(caller.Brand, cancellationToken)).Select(ProductAnswer.Of)]));

    private static async Task<Results<Ok<ProductAnswer>, ProblemHttpResult>> GetAsync(
        string code, int version, StaffCaller caller, ProductVersions versions, CancellationToken cancellationToken) =>
        await FindAsync(versions, caller.Brand, code, version, cancellationToken) is { } found
            ? TypedResults.Ok(ProductAnswer.Of(found))
            : Problems.From(new ProductVersionNotFound());

    private static async Task<Results<Created<ProductAnswer>, ProblemHttpResult>> AddAsync(
        JsonObject settings, StaffCaller caller, ProductDesk desk, ProductVersions versions, CancellationToken cancellationToken) =>
        await CreatedAsync(await desk.AddAsync(ProductWire.Read(settings), caller.Command(), cancellationToken), caller, versions, cancellationToken);

    private static async Task<Results<Created<ProductAnswer>, ProblemHttpResult>> AddVersionAsync(
        string code, JsonObject settings, StaffCaller caller, ProductDesk desk, ProductVersions versions, CancellationToken cancellationToken) =>
        await CreatedAsync(await desk.AddVersionAsync(code, ProductWire.Read(settings), caller.Command(), cancellationToken), caller, versions, cancellationToken);

    private static async Task<Results<Ok<ProductAnswer>, ProblemHttpResult>> ActivateAsync(
        string code, int version, StaffCaller caller, ProductDesk desk, CancellationToken cancellationToken)
    {
        var activated = await desk.ActivateAsync(code, version, caller.Command(), cancellationToken);
        return activated.IsRefused ? ProductProblems.From(activated.Refusal) : TypedResults.Ok(ProductAnswer.Of(activated.Value));
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> DeactivateAsync(
        string code, StaffCaller caller, ProductDesk desk, CancellationToken cancellationToken)
    {
        var all = await desk.DeactivateAsync(code, caller.Command(), cancellationToken);
        return all.IsRefused ? Problems.From(all.Refusal) : TypedResults.Ok(new Answer([.. all.Value.Select(ProductAnswer.Of)]));
    }

    private static async Task<Results<Created<ProductAnswer>, ProblemHttpResult>> CreatedAsync(
        Outcome<LoanProduct> added, StaffCaller caller, ProductVersions versions, CancellationToken cancellationToken)
    {
        if (added.IsRefused) return ProductProblems.From(added.Refusal);
        var stored = await FindAsync(versions, caller.Brand, added.Value.Code, added.Value.Version, cancellationToken);
        return TypedResults.Created($"{StaffApi.Path}/products/{added.Value.Code}/versions/{added.Value.Version}", ProductAnswer.Of(stored!));
    }

    private static async Task<ProductVersion?> FindAsync(
        ProductVersions versions, string brand, string code, int version, CancellationToken cancellationToken) =>
        (await versions.OfAsync(brand, code, cancellationToken)).FirstOrDefault(each => each.Product.Version == version);
}

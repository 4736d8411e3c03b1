using Lending.Api.Requests;
using Lending.Domain;

namespace Lending.Api.Staff;

/// <summary>Closes addresses to staff without a permission. Commands to a loan are checked by its decider instead.</summary>
public static class StaffPermissions
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, Permission permission, Level level) where TBuilder : IEndpointConventionBuilder =>
        endpoints.NeedsOneOf((permission, level));

    /// <summary>Open to whoever has any of these.</summary>
    public static TBuilder NeedsOneOf<TBuilder>(this TBuilder endpoints, params (Permission Permission, Level Level)[] any) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter<TBuilder>((context, next) =>
            StaffCaller.Find(context.HttpContext) is { } caller && Array.Exists(any, each => caller.May(each.Permission, each.Level))
                ? next(context)
                : ValueTask.FromResult<object?>(Problems.From(new NotPermitted(string.Join(" or ", any.Select(each => $"{each.Permission} {each.Level}"))))));
}

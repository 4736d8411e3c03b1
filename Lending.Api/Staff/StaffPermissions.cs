using Lending.Api.Requests;
using Lending.Domain;

namespace Lending.Api.Staff;

/// <summary>Closes addresses to staff without a permission. Commands to a loan are checked by its decider instead.</summary>
public static class StaffPermissions
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, Permission permission, Level level) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter<TBuilder>((context, next) =>
            StaffCaller.Find(context.HttpContext)?.May(permission, level) is true
                ? next(context)
                : ValueTask.FromResult<object?>(Problems.From(new NotPermitted($"{permission} {level}"))));
}

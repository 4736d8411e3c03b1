using System.ComponentModel.DataAnnotations;

namespace Lending.Api.Requests;

/// <summary>A day on which a living person can have been born: from 1900 to yesterday.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BirthDateAttribute : ValidationAttribute
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public override string FormatErrorMessage(string name) => "The date of birth must lie between 1900 and today.";

    protected override ValidationResult? IsValid(object? value, ValidationContext context)
    {
        var clock = (TimeProvider?)context.GetService(typeof(TimeProvider)) ?? TimeProvider.System;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return value is null || (value is DateOnly born && born >= Earliest && born < today)
            ? ValidationResult.Success
            : new ValidationResult(FormatErrorMessage(context.DisplayName), [context.MemberName ?? "bornOn"]);
    }
}

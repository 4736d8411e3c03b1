using System.Collections.Immutable;

namespace Lending.Domain.Tests.Json;

/// <summary>One value of any record of the contracts, every member filled, made by its longest constructor.</summary>
internal static class Samples
{
    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner);
        if (type == typeof(string)) return "text";
        if (type == typeof(int)) return 7;
        if (type == typeof(long)) return 7L;
        if (type == typeof(bool)) return true;
        if (type == typeof(decimal)) return 12.3456789m;
        if (type == typeof(Money)) return A.Inr(1_234_56);
        if (type == typeof(DateOnly)) return A.Day;
        if (type == typeof(DateTimeOffset)) return A.Noon;
        if (type == typeof(LoanChange)) return new Moratorium(2, MoratoriumInterest.Waived);
        if (type == typeof(ChangeOutcome))
            return ChangeOutcome.Same(Story.Active(A.Emi, A.Inr(20_000_00), 6).Loan) with
            {
                Instalments = [(Instalment)Of(typeof(Instalment))], Pauses = [new(A.Day, A.Day)], Loss = A.Inr(1_00), LossKind = LossKind.Waiver,
                Reversed = (PaymentReceived)Of(typeof(PaymentReceived)), DueAnchor = new(A.Day, 3), FlatBase = A.Inr(90_000_00),
            };
        if (type.IsEnum) return Enum.GetValues(type).GetValue(1)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return ArrayOf(type.GetGenericArguments()[0]);

        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }

    private static object ArrayOf(Type item)
    {
        var one = Array.CreateInstance(item, 1);
        one.SetValue(Of(item), 0);
        return typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.IsGenericMethod
                && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item).Invoke(null, [one])!;
    }
}

using System.Globalization;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Reads the identity of a grain or of a reference to one.</summary>
public static class GrainExtensions
{
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        IGrainBase grainBase => grainBase.GrainContext.GrainId,
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    public static Guid GetPrimaryKey(this IAddressable grain) =>
        Guid.ParseExact(grain.GetPrimaryKeyString(), "N");

    public static long GetPrimaryKeyLong(this IAddressable grain) =>
        long.Parse(grain.GetPrimaryKeyString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>A reference through which others may call this grain, in turn like any caller.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        var factory = grain switch
        {
            GrainReference reference => reference.Silo.Factory,
            IGrainBase { GrainContext: Activations.Activation activation } => activation.Silo.Factory,
            _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
        };
        return (TGrainInterface)(object)factory.CreateReference(typeof(TGrainInterface), grain.GetGrainId());
    }
}

namespace Orleans.Runtime
{
    /// <summary>Anything that can be called by reference.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    using Orleans.Runtime;

    /// <summary>The root of every grain interface.</summary>
    public interface IGrain : IAddressable;

    /// <summary>A grain whose key is text.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>A grain whose key is a Guid.</summary>
    public interface IGrainWithGuidKey : IGrain;

    /// <summary>A grain whose key is a whole number.</summary>
    public interface IGrainWithIntegerKey : IGrain;
}

namespace Orleans.Configuration;

/// <summary>The cluster's name. In process it names nothing, and is accepted.</summary>
public class ClusterOptions
{
    public string ClusterId { get; set; } = "default";
    public string ServiceId { get; set; } = "default";
}

/// <summary>Where a cluster's membership is kept. In process there is none, and it is accepted.</summary>
public class AdoNetClusteringSiloOptions
{
    public string? ConnectionString { get; set; }
    public string Invariant { get; set; } = "";
}

/// <summary>How long a caller waits.</summary>
public abstract class MessagingOptions
{
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How long a caller in the silo's process waits.</summary>
public class SiloMessagingOptions : MessagingOptions;

/// <summary>How long a grain that no one calls stays in memory.</summary>
public class GrainCollectionOptions
{
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle grains are looked for.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Ages for single classes, by full class name.</summary>
    public Dictionary<string, TimeSpan> ClassSpecificCollectionAge { get; set; } = [];

    internal TimeSpan AgeFor(Type grainClass) =>
        ClassSpecificCollectionAge.TryGetValue(grainClass.FullName!, out var age) ? age : CollectionAge;
}

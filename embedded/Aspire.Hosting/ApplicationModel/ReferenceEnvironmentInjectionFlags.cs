namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which variables a reference adds to the resource that refers.</summary>
[Flags]
public enum ReferenceEnvironmentInjectionFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>ConnectionStrings__{name}</c>.</summary>
    ConnectionString = 1,

    /// <summary><c>{NAME}_HOST</c>, <c>{NAME}_PORT</c> and their like.</summary>
    ConnectionProperties = 2,

    /// <summary><c>services__{name}__{endpoint}__0</c>.</summary>
    ServiceDiscovery = 4,

    /// <summary><c>{NAME}_{ENDPOINT}</c>.</summary>
    Endpoints = 8,

    /// <summary>All of them.</summary>
    All = ConnectionString | ConnectionProperties | ServiceDiscovery | Endpoints,
}

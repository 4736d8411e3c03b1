namespace Orleans.Diagnostics;

/// <summary>Registered when the silo was asked to trace calls.</summary>
internal sealed class ActivityPropagation;

namespace Lending.Portal.Components;

/// <summary>One of a few values to pick from, and how it reads.</summary>
public sealed record Choice<TValue>(TValue Value, string Text);

namespace Lending.Portal.Components;

/// <summary>The layout that is coming.</summary>
public enum SkeletonShape { Table, File, Cards, Panel }

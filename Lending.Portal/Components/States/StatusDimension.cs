namespace Lending.Portal.Components;

/// <summary>What a badge speaks of. A loan has a state in several of them at once; each is its own badge.</summary>
public enum StatusDimension { Application, Agreement, Account, Delinquency, Hold, Published, Payment, Proposal, Waiting }

/// <summary>How a state is felt: it colours the badge, never alone.</summary>
public enum Tone { Neutral, Info, Good, Warn, Bad }

/// <summary>A state as drawn: word, tone, icon.</summary>
public sealed record StatusLook(string Word, Tone Tone, string Icon);

namespace Microsoft.FluentUI.AspNetCore.Components;

public enum HorizontalAlignment { Left, Start, Center, Right, End, Stretch, SpaceBetween, Baseline }
public enum VerticalAlignment { Top, Center, Bottom, Stretch, SpaceBetween }
public enum TextTag { Span, Paragraph, Pre, H1, H2, H3, H4, H5, H6 }
public enum TextSize { Size100, Size200, Size300, Size400, Size500, Size600, Size700, Size800, Size900, Size1000 }
public enum TextWeight { Medium, Regular, Semibold, Bold }
public enum TextAlign { Start, Center, End, Justify }
public enum TextFont { Base, Numeric, Monospace }
public enum LabelSize { Small, Medium, Large }
public enum LabelWeight { Regular, Semibold }
public enum DividerAppearance { Strong, Brand, Subtle }
public enum CardAppearance { Default, Filled, Outline, Subtle }
public enum CardShadow { None, Shadow2, Shadow4, Shadow8, Shadow16 }
public enum AccordionExpandMode { Single, Multi }

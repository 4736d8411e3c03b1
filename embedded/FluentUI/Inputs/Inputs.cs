namespace Microsoft.FluentUI.AspNetCore.Components;

public enum TextInputSize { Small, Medium, Large }
public enum TextInputAppearance { Outline, Underline, FilledLighter, FilledDarker }
public enum TextInputType { Text, Email, Password, Telephone, Url, Color, Search, Number }
public enum TextInputMode { None, Text, Decimal, Numeric, Telephone, Search, Email, Url }
public enum TextAreaAppearance { Outline, FilledLighter, FilledDarker }
public enum TextAreaResize { None, Both, Horizontal, Vertical }
public enum TextAreaSize { Small, Medium, Large }
public enum CheckboxShape { Square, Circular }
public enum CheckboxSize { Medium, Large }
public enum Orientation { Horizontal, Vertical }
public enum FieldSize { Small, Medium, Large }

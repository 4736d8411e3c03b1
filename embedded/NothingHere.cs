// What an executable of embedded/ consists of in the stack that does not use it.
return;

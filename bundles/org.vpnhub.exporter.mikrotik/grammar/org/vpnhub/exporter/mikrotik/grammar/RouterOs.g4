/*
 * Configurations of MikroTik RouterOS 7, as /export writes them and people type them.
 *
 * Written from the manual "RouterOS" (help.mikrotik.com): "Command Line Interface" (menus, paths with
 * spaces and with slashes, item names and numbers), "Scripting" (strings and their escapes, line
 * joining, [ ] ( ) { }), "Configuration Management" (export). Which properties the menus have is in
 * IpsecMenus, from the chapters "IPsec", "Filter", "NAT" and "Mangle".
 *
 * A text must begin and end with a line feed. Every line fits `statement` or, at last, `unknown`.
 */
grammar RouterOs;

configuration : (NL statement?)* EOF ;

statement
  : menu command?     # inMenu
  | command           # here
  | SCRIPT any*       # script
  | unknown           # unknownLine
  ;

/** "/ip ipsec peer", "/ip/ipsec/peer", "/". */
menu : PATH WORD* ;

command : verb argument* ;

verb : 'add' | 'set' | 'remove' | 'move' | 'enable' | 'disable' | 'print' | 'export' | 'reset' | 'unset' ;

argument
  : name '=' value    # property
  | group             # items
  | word              # flag
  | STRING            # flag
  ;

name : word ;

value
  : word
  | STRING
  | group
  ;

group
  : '[' (any | NL)* ']'
  | '(' (any | NL)* ')'
  | '{' (any | NL)* '}'
  ;

word : WORD | PATH | verb ;

any : word | STRING | SCRIPT | '=' | ';' | group ;

unknown : ~(NL) any* ;

/** A line's end, with the empty lines and comments behind it. */
NL : '\n' ([ \t]* ('#' ~[\n]*)? '\n')* ;
/** A text in quotes; a backslash escapes, and joins lines. */
STRING : '"' ( '\\' . | ~["\\] )* '"' ;
PATH : '/' [a-z0-9/-]* ;
SCRIPT : ':' [a-z]+ ;
WORD : ~[ \t\n"[\](){};=\\/] ~[ \t\n"[\](){};=\\]* ;
JOINED : '\\' '\n' [ \t]* -> skip ;
SPACE : [ \t]+ -> skip ;
OTHER : . ;

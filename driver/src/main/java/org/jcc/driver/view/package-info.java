/**
 * The page of one function across all passes ({@code --html=function}). Data flow: the pipelines hand every step to
 * {@link org.jcc.driver.view.FunctionPage}, which keeps text and graph; {@link org.jcc.driver.view.CfgDrawing} lays a graph out;
 * the template {@code function.html} shows both.
 */
package org.jcc.driver.view;
